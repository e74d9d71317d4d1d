"""Makes the description strict: an answer may say nothing that it does not name.

Clients are told otherwise, because answers may grow from version to version.
"""

import schemathesis


@schemathesis.hook
def before_load_schema(context, raw_schema):
    for schema in raw_schema["components"]["schemas"].values():
        schema.setdefault("additionalProperties", False)

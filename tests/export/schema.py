"""As much of JSON Schema as the description of an exported briefing uses."""

TYPES = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "boolean": bool,
    "null": type(None),
}
KNOWN = {
    "$schema", "$defs", "$ref", "title", "description", "type", "required", "properties", "items",
    "additionalProperties", "const", "enum", "oneOf",
}  # fmt: skip


def problems(value, schema, root, at="$"):
    """Yield a sentence for each way in which a value does not fit; fail on what is not known
    here."""
    assert set(schema) <= KNOWN, set(schema) - KNOWN
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rpartition("/")[2]]
    if "oneOf" in schema:
        fits = [s for s in schema["oneOf"] if not list(problems(value, s, root, at))]
        if len(fits) != 1:
            yield f"{at} fits {len(fits)} of the forms allowed"
    if "const" in schema and value != schema["const"]:
        yield f"{at} is not {schema['const']!r}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at} is none of {schema['enum']}"
    yield from _of_type(value, schema, root, at)


def _of_type(value, schema, root, at):
    names = schema.get("type", [])
    kinds = tuple(TYPES[name] for name in ([names] if isinstance(names, str) else names))
    if kinds and (not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds)):
        yield f"{at} is not {names}"
        return
    if isinstance(value, dict) and "properties" in schema:
        known = schema["properties"]
        yield from (f"{at} lacks {key}" for key in schema.get("required", ()) if key not in value)
        yield from (f"{at} has {key}" for key in value if key not in known)
        for key in value.keys() & known.keys():
            yield from problems(value[key], known[key], root, f"{at}.{key}")
    if isinstance(value, list) and "items" in schema:
        for number, each in enumerate(value):
            yield from problems(each, schema["items"], root, f"{at}[{number}]")

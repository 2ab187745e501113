"""Keep what templates are compiled to, which takes longer than to fill them in."""

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from annotated_edition.files.kept import Kept


class Compiled(BytecodeCache):
    """By the names and texts of the templates alone, so that it holds in every copy of the project."""

    def __init__(self, kept: Kept) -> None:
        self.kept = kept

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        return super().get_cache_key(name)

    def load_bytecode(self, bucket: Bucket) -> None:
        if code := self.kept.find(__name__, [bucket.key, bucket.checksum]):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.kept.put(__name__, [bucket.key, bucket.checksum], bucket.bytecode_to_string())

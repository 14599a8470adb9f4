"""What a newsroom's template can reach, and what becomes of what it reaches."""

from functools import cache
from typing import Any

from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Concat
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from factcheck.domain.value import Value


@cache
def _fields(kind: type) -> frozenset[str]:
    """Return the names of what a fact or a value of the domain holds; nothing of any other."""
    if issubclass(kind, Value):
        return frozenset(kind.model_fields)
    return frozenset(getattr(kind, "_fields", ()))


class Sandbox(ImmutableSandboxedEnvironment):
    """Templates that reach what they are given, and change nothing."""

    def getattr(self, obj: object, attribute: str) -> Any:
        """Return a fact at once, since a report on a book asks for a million."""
        if attribute in _fields(type(obj)):  # type: ignore[arg-type] # a class has a hash
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Whether it is a fact: what a value can do beside may read files, or run what it reads."""
        if isinstance(obj, Value):
            known = attr in _fields(type(obj))
            return known or isinstance(getattr(type(obj), attr, None), property)
        return super().is_safe_attribute(obj, attr, value)


class _MarkdownCode(CodeGenerator):
    """Makes of `a ~ b` plain words, since Jinja takes one that is safe as safe in HTML."""

    def visit_Concat(self, node: Concat, frame: Frame) -> None:
        """Write code that joins the operands."""
        self.write("str_join((")
        for operand in node.nodes:
            self.visit(operand, frame)
            self.write(", ")
        self.write("))")


class MarkdownSandbox(Sandbox):
    """Templates whose safe words are Markdown, and not HTML as Jinja takes them to be."""

    code_generator_class = _MarkdownCode
    intercepted_binops = frozenset({"+", "%"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Add and format plain words, for the same reason."""
        plain = [str(each) if isinstance(each, Markup) else each for each in (left, right)]
        return super().call_binop(context, operator, *plain)

"""The string literals of a module's code, without docstrings and annotations."""

import ast
from collections.abc import Iterator


def literals(source: str) -> Iterator[str]:
    """Yield the strings of a module, those inside f-strings among them."""
    tree = ast.parse(source)
    silent = {id(node) for part in _not_code(tree) for node in ast.walk(part)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent:
            yield node.value


def _not_code(tree: ast.Module) -> Iterator[ast.AST]:
    """Yield docstrings and annotations."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            yield node.value
        elif isinstance(node, ast.FunctionDef) and node.returns:
            yield node.returns
        elif isinstance(node, ast.arg | ast.AnnAssign) and node.annotation:
            yield node.annotation

"""Form controls written without the template engine: the debrief shows some three hundred of them on one page."""

from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


def _attributes(widget: dict[str, Any]) -> SafeString:
    return flatatt({k: v for k, v in widget["attrs"].items() if v is not None and v is not False})


class Input:
    """Beside an input of Django's: the same control, written directly."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        widget = self.get_context(name, value, attrs)["widget"]  # type: ignore[attr-defined]  # of the widget beside
        if widget["value"] is not None:
            widget["attrs"] = {"value": widget["value"], **widget["attrs"]}
        return format_html(
            '<input type="{}" name="{}"{}>', widget["type"], widget["name"], _attributes(widget)
        )


class Text(Input, forms.TextInput):
    pass


class Number(Input, forms.NumberInput):
    pass


class Hidden(Input, forms.HiddenInput):
    pass


class Long(forms.Textarea):
    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        widget = self.get_context(name, value, attrs)["widget"]
        return format_html(
            '<textarea name="{}"{}>\n{}</textarea>',
            widget["name"],
            _attributes(widget),
            widget["value"] or "",
        )


class Choice(forms.Select):
    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        chosen = {str(v) for v in self.format_value(value)}
        options = format_html_join(
            "",
            '<option value="{}"{}>{}</option>',
            (
                (v if v is not None else "", SafeString(" selected") if str(v) in chosen else "", label)
                for v, label in self.choices
            ),
        )
        every = self.build_attrs(self.attrs, attrs)
        return format_html('<select name="{}"{}>{}</select>', name, flatatt(every), options)

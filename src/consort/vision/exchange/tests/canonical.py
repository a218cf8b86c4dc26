"""What a StratML document says, without how it is laid out."""

from lxml import etree


def canonical(content: bytes) -> bytes:
    """C14N without comments, processing instructions, schema locations and the white space between elements."""
    root = etree.fromstring(content, etree.XMLParser(remove_pis=True, remove_comments=True))
    for element in root.iter():
        if len(element) or not (element.text or "").strip():
            element.text = None
        element.tail = None
    for name in [name for name in root.attrib if name.startswith("{")]:
        del root.attrib[name]
    etree.cleanup_namespaces(root)
    return etree.tostring(root, method="c14n")

"""Pictures of answers. A finding becomes content, content a drawing and a caption, in that order.

Whatever a picture shows comes from its content, and so do the words of its caption: they cannot
say different things.
"""

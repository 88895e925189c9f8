package io.vpclocal.protocol;

/** A response of the control API that is also available as text, with {@code Accept: text/plain}. */
public interface PlainText {

    /** The text; every line ends with a line feed. */
    String plainText();
}

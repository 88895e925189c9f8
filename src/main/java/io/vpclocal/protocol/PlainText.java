package io.vpclocal.protocol;

/** An answer of the control API that a person may read as text, with {@code Accept: text/plain}. */
public interface PlainText {

    /** Lines, each with its end. */
    String plainText();
}

package io.vpclocal.identity.policy;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A policy document that AWS would refuse.
 *
 * <p>The message is the text AWS sends. Callers add the code: {@code MalformedPolicyDocument} for IAM and STS,
 * {@code InvalidPolicyDocument} for EC2.
 */
public final class PolicyDocumentProblem extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** The kind of rule that the document breaks. */
    public enum Kind {
        /** Not JSON, too large or too deep, an unknown element, a value of the wrong type. */
        SYNTAX,
        /** The Version element is not allowed in this dialect. */
        VERSION,
        /** AWS's legacy parsing: the case of Effect, short ARNs, dates. */
        LEGACY,
        /** Characters or uniqueness of Sid. */
        STATEMENT_ID,
        /** Missing, malformed or prohibited actions. */
        ACTION,
        /** Missing, malformed or prohibited resources. */
        RESOURCE,
        /** Missing, malformed or prohibited principals. */
        PRINCIPAL
    }

    private final Kind kind;
    private final transient @Nullable Position position;

    PolicyDocumentProblem(Kind kind, String message, @Nullable Position position) {
        super(message);
        this.kind = kind;
        this.position = position;
    }

    /** The kind of rule that was broken. */
    public Kind kind() {
        return kind;
    }

    /** The text that AWS sends. */
    public String message() {
        return String.valueOf(getMessage());
    }

    /** The position of the problem in the text. Null if it concerns the whole document. */
    public @Nullable Position position() {
        return position;
    }
}

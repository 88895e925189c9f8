package io.vpclocal.traffic.name;

/** A name that does not resolve. The message says where it was looked up, and the reason. */
public final class UnresolvedNameException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnresolvedNameException(String message) {
        super(message);
    }
}

package io.vpclocal.protocol;

import org.jspecify.annotations.Nullable;

/** Authenticates the sender of a request. Implemented by the identity module. */
public interface Authenticator {

    /**
     * @param service the service called; it determines the error codes
     * @param action the action called, by which the actions that need no signature are recognized; null if every
     *     request needs one
     * @throws AwsException if the key, the signature, the token or the date is not acceptable
     */
    Authenticated authenticate(WireRequest request, AwsService service, @Nullable String action);

    /** @param scope the caller's account, and the Region the request was signed for */
    record Authenticated(Caller caller, Scope scope) {}
}

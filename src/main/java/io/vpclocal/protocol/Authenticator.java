package io.vpclocal.protocol;

/** Authenticates the sender of a request. Implemented by the identity module. */
public interface Authenticator {

    /**
     * @param service the service called; it determines the error codes
     * @throws AwsException if the key, the signature, the token or the date is not acceptable
     */
    Authenticated authenticate(WireRequest request, AwsService service);

    /** @param scope the caller's account, and the Region the request was signed for */
    record Authenticated(Caller caller, Scope scope) {}
}

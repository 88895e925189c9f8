package io.vpclocal.protocol;

/** Finds out who sent a request. Implemented by the identity module. */
public interface Authenticator {

    /**
     * @param service the service the request is for, whose error codes a refusal uses
     * @throws AwsException if the key, the signature, the token or the date is not acceptable
     */
    Authenticated authenticate(WireRequest request, AwsService service);

    /** @param scope the caller's account, and the Region the request was signed for */
    record Authenticated(Caller caller, Scope scope) {}
}

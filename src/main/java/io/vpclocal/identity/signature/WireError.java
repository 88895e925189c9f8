package io.vpclocal.identity.signature;

/**
 * An error as one service puts it.
 *
 * @param code error code, for example {@code AuthFailure}
 * @param message text for people; empty where AWS sends none
 * @param status HTTP status
 */
public record WireError(String code, String message, int status) {}

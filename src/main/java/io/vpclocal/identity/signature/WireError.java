package io.vpclocal.identity.signature;

/**
 * An error of one service.
 *
 * @param code error code, for example {@code AuthFailure}
 * @param message error message; empty if AWS sends none
 * @param status HTTP status
 */
public record WireError(String code, String message, int status) {}

package io.vpclocal.protocol;

import java.time.Instant;

/**
 * A call whose sender is unknown: it has no signature, or one that was refused, or it could not be read.
 *
 * @param id the request id in the response
 * @param action the action as sent; empty if the request names none
 * @param receivedAt when it arrived, by the emulator's clock
 */
public record RefusedCall(String id, AwsService service, String action, WireRequest wire, Instant receivedAt) {}

package io.vpclocal.protocol;

import java.time.Instant;

/**
 * One request on its way through the emulator.
 *
 * @param id the request id that the answer carries
 * @param receivedAt when it arrived, by the emulator's clock
 */
public record Call(
        String id,
        AwsService service,
        String action,
        Scope scope,
        Caller caller,
        WireRequest wire,
        Instant receivedAt) {}

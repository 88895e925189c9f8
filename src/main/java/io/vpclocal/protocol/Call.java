package io.vpclocal.protocol;

import java.time.Instant;

/**
 * One API call that the emulator is processing.
 *
 * @param id the request id in the response
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

package io.vpclocal.control.init;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One script and its state.
 *
 * @param kind {@code shell} or {@code terraform}
 * @param state {@code waiting}, {@code running}, {@code succeeded}, {@code failed} or {@code skipped}
 * @param detail why it failed or was skipped
 */
record InitRun(
        String name,
        String kind,
        String state,
        @Nullable String detail,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    static InitRun waiting(InitScript script) {
        return new InitRun(script.name(), script.kind().text(), "waiting", null, null, null);
    }

    InitRun running(Instant now) {
        return new InitRun(name, kind, "running", null, now, null);
    }

    InitRun succeeded(Instant now) {
        return new InitRun(name, kind, "succeeded", null, startedAt, now);
    }

    InitRun failed(String why, Instant now) {
        return new InitRun(name, kind, "failed", why, startedAt, now);
    }

    InitRun skipped(String why, Instant now) {
        return new InitRun(name, kind, "skipped", why, startedAt, now);
    }

    boolean over() {
        return endedAt != null;
    }
}

package io.vpclocal.logs;

import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.key.PageTokens;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The {@code nextToken} of CloudWatch Logs: good for a day, and for the same question only. */
@Component
public class NextTokens {

    private final PageTokens tokens;
    private final Clock clock;

    NextTokens(PageTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * @param question the parameters that decide what is listed, in a fixed order
     * @param position where the next page begins; null when there is none
     * @return null when there is no next page
     */
    public @Nullable String write(Call call, List<?> question, @Nullable String position) {
        return position == null ? null : tokens.write(text(call, question), clock.millis() + "|" + position);
    }

    /**
     * The position in a token; null for no token.
     *
     * @throws io.vpclocal.protocol.AwsException {@code InvalidParameterException} for one that was not made for this
     *     question or is too old
     */
    public @Nullable String read(Call call, List<?> question, @Nullable String token) {
        if (token == null) {
            return null;
        }
        String written = tokens.read(text(call, question), token).orElseThrow(LogsErrors::invalidToken);
        int bar = written.indexOf('|');
        long age = clock.millis() - Long.parseLong(written.substring(0, bar));
        if (age > LogsLimits.TOKEN_LIFE.toMillis()) {
            throw LogsErrors.invalidToken();
        }
        return written.substring(bar + 1);
    }

    private static String text(Call call, List<?> question) {
        return call.action() + call.scope() + question;
    }
}

package io.vpclocal.logs;

import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.key.PageTokens;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The {@code nextToken} of CloudWatch Logs. A token is valid for a day and for the same request parameters. */
@Component
public class NextTokens {

    private final PageTokens tokens;
    private final Clock clock;

    NextTokens(PageTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * @param question the parameters that select the items, in a fixed order
     * @param position the start of the next page; null if there is none
     * @return null without a next page
     */
    public @Nullable String write(Call call, List<?> question, @Nullable String position) {
        return position == null ? null : tokens.write(text(call, question), clock.millis() + "|" + position);
    }

    /**
     * The position in a token; null without a token.
     *
     * @throws io.vpclocal.protocol.AwsException {@code InvalidParameterException} for a token of another request or an
     *     expired token
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

    /**
     * The token of a list that has one page.
     *
     * @throws io.vpclocal.protocol.AwsException {@code InvalidParameterException} for any token
     */
    public static void refuse(@Nullable String token) {
        if (token != null) {
            throw LogsErrors.invalidToken();
        }
    }

    private static String text(Call call, List<?> question) {
        return call.action() + call.scope() + question;
    }
}

package io.vpclocal.protocol;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads that ask to stay out of the request log and the log of calls: a program that polls, such as the console, sends the
 * header {@code X-VpcLocal-Unlogged}. Writes are always logged.
 */
public final class UnloggedReads {

    private static final String HEADER = "x-vpclocal-unlogged";
    private static final Pattern READ = Pattern.compile("(Describe|Get|List|Filter|Simulate).*|StartQuery");

    private UnloggedReads() {}

    /** True if the request asks to stay out of the logs and only reads. */
    public static boolean contain(WireRequest request, @Nullable String action) {
        return action != null
                && request.header(HEADER) != null
                && READ.matcher(action).matches();
    }
}

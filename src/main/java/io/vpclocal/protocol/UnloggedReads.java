package io.vpclocal.protocol;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads with the header {@code X-VpcLocal-Unlogged}, which are not logged. Programs that poll, such as the console,
 * send it. Writes are always logged.
 */
public final class UnloggedReads {

    private static final String HEADER = "x-vpclocal-unlogged";
    private static final Pattern READ = Pattern.compile("(Describe|Get|List|Filter|Simulate).*|StartQuery");

    private UnloggedReads() {}

    /** True if the request only reads and has the header. */
    public static boolean contain(WireRequest request, @Nullable String action) {
        return action != null
                && request.header(HEADER) != null
                && READ.matcher(action).matches();
    }
}

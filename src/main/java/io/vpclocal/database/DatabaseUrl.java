package io.vpclocal.database;

import io.vpclocal.protocol.setting.ShownText;
import io.vpclocal.protocol.setting.UnusableSetting;
import java.net.UnknownHostException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;

/** The URL of a database server, and the error messages for URLs that cannot be used. */
final class DatabaseUrl {

    private static final String SETTING = "vpclocal.database.url";

    private static final Pattern UNNAMED = Pattern.compile("(?i)jdbc:h2:mem:\\s*(?:;|$)");

    private DatabaseUrl() {}

    /** @throws UnusableSetting if the emulator has no driver for the URL */
    static void require(String url) {
        if (!url.startsWith("jdbc:postgresql:") && !url.startsWith("jdbc:h2:")) {
            throw new UnusableSetting(shown(url) + ", but must begin with jdbc:postgresql: or jdbc:h2:.");
        }
        if (UNNAMED.matcher(url).lookingAt()) {
            // Each connection would have a database of its own.
            throw new UnusableSetting(shown(url) + ", but must name the database, such as jdbc:h2:mem:vpclocal.");
        }
        try {
            DriverManager.getDriver(url);
        } catch (SQLException e) {
            // It has no cause, because the driver's exception may contain the password.
            throw UnusableSetting.wrong(
                    SETTING, ShownText.url(url), "a JDBC URL such as jdbc:postgresql://host:5432/name");
        }
    }

    static UnusableSetting notUsable(String url, Exception cause) {
        Throwable reason = NestedExceptionUtils.getMostSpecificCause(cause);
        String why = String.valueOf(reason.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replaceAll("\\.$", "");
        return refused(
                url, "cannot be used: " + (reason instanceof UnknownHostException ? "unknown host " : "") + why, cause);
    }

    /** @param why what is wrong with the database, as the end of the sentence */
    static UnusableSetting refused(String url, String why, @Nullable Exception cause) {
        return new UnusableSetting(shown(url) + ", but the database " + why + ".", cause);
    }

    /** Without user and password. */
    private static String shown(String url) {
        return UnusableSetting.is(SETTING, ShownText.url(url));
    }
}

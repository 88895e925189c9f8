package io.vpclocal.database;

import io.vpclocal.protocol.setting.UnusableSetting;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;

/** The URL of a database server, and the error messages for URLs that cannot be used. */
final class DatabaseUrl {

    private static final String SETTING = "VPCLOCAL_DATABASE_URL (vpclocal.database.url)";

    private DatabaseUrl() {}

    /** @throws UnusableSetting if the emulator has no driver for the URL */
    static void require(String url) {
        if (!url.startsWith("jdbc:postgresql:") && !url.startsWith("jdbc:h2:")) {
            throw new UnusableSetting(SETTING + " is '" + url + "', but must begin with jdbc:postgresql: or jdbc:h2:.");
        }
    }

    static UnusableSetting notUsable(String url, Exception cause) {
        String why = String.valueOf(
                        NestedExceptionUtils.getMostSpecificCause(cause).getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replaceAll("\\.$", "");
        return refused(url, "cannot be used: " + why, cause);
    }

    /** @param why what is wrong with the database, as the end of the sentence */
    static UnusableSetting refused(String url, String why, @Nullable Exception cause) {
        // What follows may have a password in it.
        String place = url.split("[?;]", 2)[0];
        return new UnusableSetting(SETTING + " is '" + place + "', but the database " + why + ".", cause);
    }
}

package io.vpclocal.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** The members that AWS's models require of requests ({@code src/main/scripts/required-members.py}). */
public final class RequiredMembers {

    private RequiredMembers() {}

    /** @param service the name of the service in signatures */
    public static List<String> of(String service, String action) {
        String members = File.CONTENT.getProperty(service + "/" + action, "");
        return members.isEmpty() ? List.of() : List.of(members.split(",", -1));
    }

    /** Read at first use. */
    private static final class File {

        static final Properties CONTENT = read();

        private static Properties read() {
            Properties content = new Properties();
            try (InputStream file =
                    Objects.requireNonNull(RequiredMembers.class.getResourceAsStream("required-members.properties"))) {
                content.load(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return content;
        }
    }
}

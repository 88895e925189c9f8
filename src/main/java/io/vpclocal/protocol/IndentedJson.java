package io.vpclocal.protocol;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators.Spacing;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON format of the control API: one member per line, one space after the colon. */
public final class IndentedJson {

    private static final JsonMapper MAPPER = indent(JsonMapper.builder()).build();

    private IndentedJson() {}

    /** For responses written outside a controller. */
    public static byte[] write(Object value) {
        return (MAPPER.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Configures a mapper to write this format. */
    public static JsonMapper.Builder indent(JsonMapper.Builder builder) {
        return builder.enable(SerializationFeature.INDENT_OUTPUT).defaultPrettyPrinter(printer());
    }

    private static PrettyPrinter printer() {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter(PrettyPrinter.DEFAULT_SEPARATORS
                        .withObjectNameValueSpacing(Spacing.AFTER)
                        .withArrayEmptySeparator("")
                        .withObjectEmptySeparator(""))
                .withArrayIndenter(lines)
                .withObjectIndenter(lines);
    }
}

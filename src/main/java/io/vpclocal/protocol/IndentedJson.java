package io.vpclocal.protocol;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators.Spacing;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as people write it: a member a line, a space after the colon. What the control API answers. */
public final class IndentedJson {

    private static final JsonMapper MAPPER = indent(JsonMapper.builder()).build();

    private IndentedJson() {}

    /** For answers that reach no controller. */
    public static byte[] write(Object value) {
        return (MAPPER.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Has a mapper write so. */
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

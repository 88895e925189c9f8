package io.vpclocal.compute.type;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.springframework.stereotype.Component;

/** The table of instance types. Each type is offered in every zone. */
@Component
public class InstanceTypes {

    /** The type with that name, such as {@code t3.micro}. */
    public Optional<InstanceType> find(String name) {
        return Optional.ofNullable(Table.TYPES.get(name));
    }

    Collection<InstanceType> all() {
        return Table.TYPES.values();
    }

    /** Read at the first use and shared. */
    private static final class Table {
        static final Map<String, InstanceType> TYPES = read();

        private static Map<String, InstanceType> read() {
            InputStream file = Objects.requireNonNull(
                    InstanceTypes.class.getResourceAsStream("/io/vpclocal/compute/instance-types.gz"));
            Map<String, InstanceType> types = new LinkedHashMap<>();
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8))) {
                lines.lines().map(InstanceType::new).forEach(type -> types.put(type.name(), type));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return types;
        }
    }
}

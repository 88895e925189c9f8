package io.vpclocal.endpointservice.hosted;

import io.vpclocal.control.ControlErrors;
import io.vpclocal.control.ControlMemory;
import io.vpclocal.control.StateReset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * The TXT records that were published with the control API. They belong to no account. Only a full reset removes them.
 */
@Component
class TxtRecords implements ControlMemory {

    private static final int LONGEST_NAME = 253;
    private static final int LONGEST_VALUE = 4000;
    private static final Pattern NAME = Pattern.compile("(?:[a-z0-9_-]{1,63}\\.)+[a-z0-9-]{1,63}");

    private final Map<String, TxtRecord> records = new ConcurrentSkipListMap<>();

    /** @param name lower case, without a dot at the end */
    record TxtRecord(String name, List<String> values) {}

    List<TxtRecord> all() {
        return List.copyOf(records.values());
    }

    Optional<TxtRecord> find(String name) {
        return Optional.ofNullable(records.get(plain(name)));
    }

    /** The values of the record; empty if the record does not exist. */
    List<String> values(String name) {
        return find(name).map(TxtRecord::values).orElse(List.of());
    }

    /**
     * Publishes a record, or replaces the one with that name.
     *
     * @throws AwsException if the name or the values are not valid
     */
    TxtRecord put(String name, List<String> values) {
        String plain = plain(name);
        if (plain.length() > LONGEST_NAME || !NAME.matcher(plain).matches()) {
            throw ControlErrors.invalid("'" + name + "' is not a domain name.");
        }
        if (values.isEmpty() || values.stream().anyMatch(value -> value.length() > LONGEST_VALUE)) {
            throw ControlErrors.invalid("A TXT record needs values of at most " + LONGEST_VALUE + " characters.");
        }
        TxtRecord made = new TxtRecord(plain, List.copyOf(values));
        records.put(plain, made);
        return made;
    }

    /** True if the record existed. */
    boolean remove(String name) {
        return records.remove(plain(name)) != null;
    }

    @Override
    public void forget(StateReset reset) {
        if (reset.covers(null, null)) {
            records.clear();
        }
    }

    private static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}

package io.vpclocal.traffic;

import io.vpclocal.protocol.JsonProblem;
import io.vpclocal.protocol.Scope;
import io.vpclocal.traffic.generator.GeneratorPlan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Converts requests to plans, and refuses impossible ones. */
@Component
class GeneratorReader {

    private static final BigDecimal LEAST_RATE = new BigDecimal("0.001");
    private static final BigDecimal MOST_RATE = BigDecimal.valueOf(1_000);
    private static final List<Integer> WEB = List.of(443);
    private static final List<Integer> TRIED = List.of(22, 23, 445, 1433, 3306, 3389, 5432, 6379, 8080);
    private static final int TENTH = 10;
    private static final int PERCENT = 100;

    private final BackgroundTraffic traffic;
    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    GeneratorReader(BackgroundTraffic traffic) {
        this.traffic = traffic;
    }

    /** @throws io.vpclocal.protocol.AwsException if the body is not a generator that is possible now */
    GeneratorPlan read(Scope scope, byte[] body) {
        GeneratorRequest request = request(body);
        List<@Nullable String> from = request.sources();
        List<@Nullable String> to = request.destinations();
        if (from == null) {
            throw TrafficErrors.generatorNeeds("sources");
        }
        List<String> sources = sides("sources", from);
        List<String> destinations = to == null ? sources : sides("destinations", to);
        for (String source : sources) {
            if (destinations.stream().allMatch(source::equals)) {
                throw TrafficErrors.invalid("'" + source + "' is the only side, so it has no destination.");
            }
        }
        traffic.require(scope, sources, destinations);
        return new GeneratorPlan(
                sources,
                destinations,
                milliRate(request.rate()),
                percent(request.scanPercent()),
                ports("ports", request.ports(), WEB),
                ports("scannedPorts", request.scannedPorts(), TRIED),
                Objects.requireNonNullElse(request.seed(), 1L));
    }

    private GeneratorRequest request(byte[] body) {
        try {
            GeneratorRequest request = json.readValue(body, GeneratorRequest.class);
            if (request != null) {
                return request;
            }
        } catch (JacksonException e) {
            throw TrafficErrors.malformedBody("The body is not a generator: " + JsonProblem.describe(e));
        }
        throw TrafficErrors.malformedBody("A generator must be a JSON object.");
    }

    private static List<String> sides(String member, List<@Nullable String> requested) {
        if (requested.isEmpty() || requested.size() > TrafficLimits.SIDES_PER_GENERATOR) {
            throw TrafficErrors.outOfRange("number of " + member, 1, TrafficLimits.SIDES_PER_GENERATOR);
        }
        for (String side : requested) {
            if (side == null || side.isBlank() || side.length() > TrafficLimits.LONGEST_SIDE || side.contains(" ")) {
                throw TrafficErrors.invalid("'" + member + "' must be ids, addresses or names of services.");
            }
        }
        return present(requested);
    }

    private static long milliRate(@Nullable BigDecimal requested) {
        BigDecimal rate = requested == null ? BigDecimal.ONE : requested;
        if (rate.compareTo(LEAST_RATE) < 0 || rate.compareTo(MOST_RATE) > 0) {
            throw TrafficErrors.invalid("'rate' must be from " + LEAST_RATE + " to " + MOST_RATE + ".");
        }
        return rate.movePointRight(3).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private static int percent(@Nullable Integer requested) {
        int percent = requested == null ? TENTH : requested;
        if (percent < 0 || percent > PERCENT) {
            throw TrafficErrors.outOfRange("scanPercent", 0, PERCENT);
        }
        return percent;
    }

    private static List<Integer> ports(
            String member, @Nullable List<@Nullable Integer> requested, List<Integer> assumed) {
        if (requested == null) {
            return assumed;
        }
        if (requested.isEmpty() || requested.size() > TrafficLimits.PORTS_PER_GENERATOR) {
            throw TrafficErrors.outOfRange("number of " + member, 1, TrafficLimits.PORTS_PER_GENERATOR);
        }
        for (Integer port : requested) {
            if (port == null || port < 0 || port > TrafficLimits.LARGEST_PORT) {
                throw TrafficErrors.outOfRange(member, 0, TrafficLimits.LARGEST_PORT);
            }
        }
        return present(requested);
    }

    /** The same list without null elements in its type. */
    private static <T> List<T> present(List<@Nullable T> requested) {
        List<T> all = new ArrayList<>(requested.size());
        requested.forEach(one -> all.add(Objects.requireNonNull(one)));
        return all;
    }
}

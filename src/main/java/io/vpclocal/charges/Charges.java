package io.vpclocal.charges;

import io.vpclocal.charges.Prices.Tier;
import io.vpclocal.charges.UsageMeters.Usage;
import io.vpclocal.logs.LogUsage;
import io.vpclocal.logs.LogUsage.GroupUsage;
import io.vpclocal.protocol.PlainText;
import io.vpclocal.protocol.Scope;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Prices the metered use (AWS documentation: pricing of AWS PrivateLink and of Amazon CloudWatch, vended logs). */
@Component
@Transactional(readOnly = true)
class Charges {

    private static final String GB = "GB";
    private static final String STANDARD = "STANDARD";
    private static final String INFREQUENT_ACCESS = "INFREQUENT_ACCESS";
    private static final int PLACES = 6;

    private final Prices prices;
    private final UsageMeters meters;
    private final LogUsage logs;
    private final EndpointUptimes stays;
    private final Clock clock;

    Charges(Prices prices, UsageMeters meters, LogUsage logs, EndpointUptimes stays, Clock clock) {
        this.prices = prices;
        this.meters = meters;
        this.logs = logs;
        this.stays = stays;
        this.clock = clock;
    }

    /** The amount that one resource used. */
    record Use(String resource, BigDecimal quantity) {}

    /**
     * One charge.
     *
     * @param unit {@code GB}, {@code GB-month} or {@code AZ-hour}
     */
    record Charge(
            String account,
            String region,
            String meter,
            String unit,
            BigDecimal quantity,
            BigDecimal cost,
            List<Use> resources) {}

    /** @param total the sum of all charges */
    record Statement(String currency, BigDecimal total, List<Charge> charges) implements PlainText {

        @Override
        public String plainText() {
            StringBuilder text = new StringBuilder();
            for (Charge charge : charges) {
                text.append("%s %-12s %-20s %14s %-8s %12s %s%n"
                        .formatted(
                                charge.account(),
                                charge.region(),
                                charge.meter(),
                                charge.quantity(),
                                charge.unit(),
                                charge.cost(),
                                currency));
            }
            return text + "Total: " + total + " " + currency + "\n";
        }
    }

    /**
     * The statement of all use so far.
     *
     * @param account null for all
     * @param region null for all
     */
    Statement statement(@Nullable String account, @Nullable String region) {
        Predicate<Scope> wanted = scope -> (account == null || account.equals(scope.account()))
                && (region == null || region.equals(scope.region()));
        List<Charge> charges = new ArrayList<>();
        charges.addAll(endpointHours(wanted));
        charges.addAll(metered(wanted));
        charges.addAll(logData(
                logs.all().stream().filter(usage -> wanted.test(usage.scope())).toList()));
        charges.sort(Comparator.comparing(Charge::account)
                .thenComparing(Charge::region)
                .thenComparing(Charge::meter));
        BigDecimal total = charges.stream().map(Charge::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Statement(prices.currency(), total, charges);
    }

    private List<Charge> endpointHours(Predicate<Scope> wanted) {
        Map<Scope, Map<String, BigDecimal>> hours = new LinkedHashMap<>();
        for (EndpointUptimeEntity stay : stays.findAllInOrder()) {
            if (wanted.test(stay.scope())) {
                hours.computeIfAbsent(stay.scope(), scope -> new TreeMap<>())
                        .merge(
                                stay.endpointId() + " " + stay.zone(),
                                BigDecimal.valueOf(stay.hours(clock.instant())),
                                BigDecimal::add);
            }
        }
        return hours.entrySet().stream()
                .map(entry -> charge(
                        entry.getKey(),
                        "endpoint-hours",
                        "AZ-hour",
                        entry.getValue(),
                        sum(entry.getValue()).multiply(prices.endpointHour())))
                .toList();
    }

    /** Charges that are metered per month. The price tiers restart each month. */
    private List<Charge> metered(Predicate<Scope> wanted) {
        Map<Scope, Map<String, List<Usage>>> rows = new LinkedHashMap<>();
        for (Usage row : meters.all()) {
            if (wanted.test(row.scope())) {
                rows.computeIfAbsent(row.scope(), scope -> new TreeMap<>())
                        .computeIfAbsent(row.meter(), meter -> new ArrayList<>())
                        .add(row);
            }
        }
        List<Charge> charges = new ArrayList<>();
        rows.forEach((scope, byMeter) -> byMeter.forEach((meter, its) -> {
            Map<String, BigDecimal> uses = new TreeMap<>();
            Map<String, BigDecimal> months = new TreeMap<>();
            for (Usage row : its) {
                BigDecimal gigabytes = Prices.gigabytes(row.bytes());
                uses.merge(row.resource(), gigabytes, BigDecimal::add);
                months.merge(row.month(), gigabytes, BigDecimal::add);
            }
            BigDecimal cost = months.values().stream()
                    .map(gigabytes -> Prices.cost(tiers(meter), gigabytes))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            charges.add(charge(scope, meter, GB, uses, cost));
        }));
        return charges;
    }

    private List<Tier> tiers(String meter) {
        return switch (meter) {
            case Metering.ENDPOINT_DATA -> prices.endpointData();
            case Metering.VENDED_S3 -> prices.vendedS3();
            case Metering.PARQUET_CONVERSION -> prices.parquetConversion();
            default -> throw new IllegalStateException("No price is defined for the meter " + meter);
        };
    }

    /** Charges for the data of log groups. All data so far is priced as if it belonged to one month. */
    private List<Charge> logData(List<GroupUsage> usage) {
        List<Charge> charges = new ArrayList<>();
        List<GroupUsage> standard = ofClass(STANDARD, usage);
        List<GroupUsage> rare = ofClass(INFREQUENT_ACCESS, usage);
        charges.addAll(groups("vended-standard", GB, standard, GroupUsage::vendedBytes, prices.vendedStandard()));
        charges.addAll(groups("custom-standard", GB, standard, GroupUsage::customBytes, prices.customStandard()));
        charges.addAll(
                groups("vended-infrequent-access", GB, rare, GroupUsage::vendedBytes, prices.vendedInfrequentAccess()));
        charges.addAll(
                groups("custom-infrequent-access", GB, rare, GroupUsage::customBytes, prices.customInfrequentAccess()));
        charges.addAll(groups("log-storage", "GB-month", usage, GroupUsage::storedBytes, prices.logStorage()));
        return charges;
    }

    private static List<GroupUsage> ofClass(String logGroupClass, List<GroupUsage> usage) {
        return usage.stream()
                .filter(one -> one.logGroupClass().equals(logGroupClass))
                .toList();
    }

    private static List<Charge> groups(
            String meter, String unit, List<GroupUsage> usage, ToLongFunction<GroupUsage> bytes, List<Tier> tiers) {
        Map<Scope, Map<String, BigDecimal>> rows = new LinkedHashMap<>();
        for (GroupUsage one : usage) {
            long used = bytes.applyAsLong(one);
            if (used > 0) {
                rows.computeIfAbsent(one.scope(), scope -> new TreeMap<>())
                        .merge(one.logGroup(), Prices.gigabytes(used), BigDecimal::add);
            }
        }
        return rows.entrySet().stream()
                .map(entry -> charge(
                        entry.getKey(), meter, unit, entry.getValue(), Prices.cost(tiers, sum(entry.getValue()))))
                .toList();
    }

    private static Charge charge(
            Scope scope, String meter, String unit, Map<String, BigDecimal> uses, BigDecimal cost) {
        return new Charge(
                scope.account(),
                scope.region(),
                meter,
                unit,
                sum(uses),
                cost.setScale(PLACES, RoundingMode.HALF_UP),
                uses.entrySet().stream()
                        .map(use -> new Use(use.getKey(), use.getValue()))
                        .toList());
    }

    private static BigDecimal sum(Map<String, BigDecimal> uses) {
        return uses.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

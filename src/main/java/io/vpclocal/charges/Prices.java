package io.vpclocal.charges;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** {@code vpclocal.charges.*}: the price list. {@code prices.properties} has the defaults and their sources. */
@ConfigurationProperties("vpclocal.charges")
record Prices(
        String currency,
        BigDecimal endpointHour,
        List<Tier> endpointData,
        List<Tier> vendedStandard,
        List<Tier> vendedInfrequentAccess,
        List<Tier> vendedS3,
        List<Tier> parquetConversion,
        List<Tier> customStandard,
        List<Tier> customInfrequentAccess,
        List<Tier> logStorage) {

    static final BigDecimal BYTES_PER_GB = BigDecimal.valueOf(1L << 30);
    private static final int PLACES = 12;

    /**
     * One price tier.
     *
     * @param upToGb the end of the tier in GB, counted from 0; null for the last tier
     * @param price of a GB
     */
    record Tier(@Nullable BigDecimal upToGb, BigDecimal price) {}

    static BigDecimal gigabytes(long bytes) {
        return BigDecimal.valueOf(bytes).divide(BYTES_PER_GB, PLACES, RoundingMode.HALF_UP);
    }

    /** The cost of an amount: each part at the price of its tier. */
    static BigDecimal cost(List<Tier> tiers, BigDecimal gigabytes) {
        BigDecimal cost = BigDecimal.ZERO;
        BigDecimal from = BigDecimal.ZERO;
        for (Tier tier : tiers) {
            BigDecimal to = tier.upToGb() == null ? gigabytes : tier.upToGb().min(gigabytes);
            if (to.compareTo(from) > 0) {
                cost = cost.add(to.subtract(from).multiply(tier.price()));
                from = to;
            }
        }
        return cost;
    }
}

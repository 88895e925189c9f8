package io.vpclocal.charges;

import io.vpclocal.protocol.setting.UnusableSetting;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Pattern;
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

    private static final String SETTINGS = "vpclocal.charges.";
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    Prices {
        if (currency == null || !CURRENCY.matcher(currency).matches()) {
            throw UnusableSetting.wrong(SETTINGS + "currency", currency, "a currency code such as USD");
        }
        require("endpoint-hour", endpointHour);
        require("endpoint-data", endpointData);
        require("vended-standard", vendedStandard);
        require("vended-infrequent-access", vendedInfrequentAccess);
        require("vended-s3", vendedS3);
        require("parquet-conversion", parquetConversion);
        require("custom-standard", customStandard);
        require("custom-infrequent-access", customInfrequentAccess);
        require("log-storage", logStorage);
    }

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

    private static void require(String name, List<Tier> tiers) {
        BigDecimal end = BigDecimal.ZERO;
        for (int i = 0; i < tiers.size(); i++) {
            require(name + "[" + i + "].price", tiers.get(i).price());
            end = requireEnd(name + "[" + i + "].up-to-gb", tiers.get(i).upToGb(), end, i == tiers.size() - 1);
        }
    }

    /** @return the end of the tier, after which the next one begins */
    private static BigDecimal requireEnd(String name, @Nullable BigDecimal end, BigDecimal begin, boolean last) {
        if (end == null ? !last : end.compareTo(begin) <= 0 || end.compareTo(MOST) > 0) {
            throw UnusableSetting.wrong(
                    SETTINGS + name,
                    end == null ? "" : end,
                    "a number greater than " + begin.toPlainString() + ", the end of the tier before");
        }
        return end == null ? begin : end;
    }

    /** Numbers such as 1e999999999 have too many digits to be written. */
    private static void require(String name, @Nullable BigDecimal price) {
        if (price == null || price.signum() < 0 || price.compareTo(HIGHEST) > 0 || price.scale() > PLACES) {
            throw UnusableSetting.wrong(
                    SETTINGS + name,
                    price == null ? "" : price,
                    "a number from 0 to " + HIGHEST + " with up to " + PLACES + " decimal places");
        }
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

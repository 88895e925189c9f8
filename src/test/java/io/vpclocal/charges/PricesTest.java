package io.vpclocal.charges;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.charges.Prices.Tier;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

class PricesTest {

    private static final String LIST = "io/vpclocal/charges/prices.properties";

    /** AWS documentation, pricing of AWS PrivateLink: 1 PB at 0.01, the next 4 PB at 0.006, the rest at 0.004. */
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0.01", "1048576, 10485.76", "1048577, 10485.766", "5242880, 35651.584", "5242881, 35651.588"
    })
    void eachPartHasItsTiersPrice(BigDecimal gigabytes, BigDecimal cost) throws Exception {
        assertThat(Prices.cost(prices(Map.of()).endpointData(), gigabytes)).isEqualByComparingTo(cost);
    }

    @Test
    void anyPriceCanBeSet() throws Exception {
        Prices prices = prices(Map.of("vpclocal.charges.endpoint-hour", "0.013", "vpclocal.charges.currency", "EUR"));
        assertThat(prices.endpointHour()).isEqualByComparingTo("0.013");
        assertThat(prices.currency()).isEqualTo("EUR");
        assertThat(prices.logStorage()).containsExactly(new Tier(null, new BigDecimal("0.03")));
    }

    @Test
    void everyPriceNamesItsSource() throws Exception {
        List<String> blocks = List.of(new ClassPathResource(LIST)
                .getContentAsString(StandardCharsets.UTF_8)
                .split("\n\n"));
        assertThat(blocks).hasSizeGreaterThan(8);
        assertThat(blocks.subList(1, blocks.size()))
                .allSatisfy(block -> assertThat(block.lines().findFirst().orElseThrow())
                        .matches("# .*\\[(AWS page|third party.*|unverified)].*"));
    }

    private static Prices prices(Map<String, String> set) throws Exception {
        Properties all = PropertiesLoaderUtils.loadProperties(new ClassPathResource(LIST));
        all.putAll(set);
        return Objects.requireNonNull(new Binder(new MapConfigurationPropertySource(all))
                .bind("vpclocal.charges", Prices.class)
                .get());
    }
}

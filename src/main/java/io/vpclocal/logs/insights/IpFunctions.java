package io.vpclocal.logs.insights;

import io.vpclocal.logs.insights.value.IpAddress;
import io.vpclocal.logs.insights.value.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

final class IpFunctions {

    private static final List<IpAddress.Block> PRIVATE = blocks("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16");

    /** Special-purpose ranges of the IANA registries, except the private ones. */
    private static final List<IpAddress.Block> RESERVED = blocks(
            "0.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "::/128",
            "::1/128",
            "2001:db8::/32",
            "fc00::/7",
            "fe80::/10",
            "ff00::/8");

    private IpFunctions() {}

    static void addTo(Functions functions) {
        test(functions, "isValidIp", address -> true);
        test(functions, "isValidIpV4", IpAddress::isV4);
        test(functions, "isValidIpV6", address -> !address.isV4());
        test(functions, "isPrivateIP", address -> in(PRIVATE, address));
        test(functions, "isReservedIP", address -> in(RESERVED, address));
        test(functions, "isPublicIP", address -> !in(PRIVATE, address) && !in(RESERVED, address));
        subnet(functions, "isIpInSubnet", address -> true);
        subnet(functions, "isIpv4InSubnet", IpAddress::isV4);
        subnet(functions, "isIpv6InSubnet", address -> !address.isV4());
        functions.add("ipv4ToNumber", 1, 1, (row, a) -> {
            IpAddress address = address(a[0]);
            return address == null || !address.isV4() ? null : (Object) (double) address.low();
        });
    }

    private static void test(Functions functions, String name, Predicate<IpAddress> test) {
        functions.add(name, 1, 1, (row, a) -> {
            IpAddress address = address(a[0]);
            return address != null && test.test(address);
        });
    }

    private static void subnet(Functions functions, String name, Predicate<IpAddress> family) {
        functions.add(name, 2, 2, (row, a) -> {
            IpAddress address = address(a[0]);
            String text = Values.string(a[1]);
            IpAddress.Block block = text == null ? null : IpAddress.Block.parse(text);
            return address != null && block != null && family.test(address) && block.contains(address);
        });
    }

    private static @Nullable IpAddress address(@Nullable Object value) {
        String text = Values.string(value);
        return text == null ? null : IpAddress.parse(text);
    }

    private static boolean in(List<IpAddress.Block> blocks, IpAddress address) {
        return blocks.stream().anyMatch(block -> block.contains(address));
    }

    private static List<IpAddress.Block> blocks(String... texts) {
        return Arrays.stream(texts)
                .map(IpAddress.Block::parse)
                .filter(Objects::nonNull)
                .toList();
    }
}

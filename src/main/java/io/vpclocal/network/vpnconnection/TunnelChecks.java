package io.vpclocal.network.vpnconnection;

import io.vpclocal.network.Cidr;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.resource.Ec2Errors;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.CloudWatchLogOptionsSpecification;
import software.amazon.awssdk.services.ec2.model.VpnTunnelOptionsSpecification;

/** The permitted values of a tunnel's options (EC2 API Reference, VpnTunnelOptionsSpecification). */
final class TunnelChecks {

    private static final Pattern PRE_SHARED_KEY = Pattern.compile("[1-9A-Za-z._][0-9A-Za-z._]{7,63}");
    private static final Pattern LOG_GROUP =
            Pattern.compile("arn:[^:]{1,20}:logs:[^:]{1,30}:[0-9]{12}:log-group:.{1,520}");
    private static final Set<String> ENCRYPTION = Set.of("AES128", "AES256", "AES128-GCM-16", "AES256-GCM-16");
    private static final Set<String> INTEGRITY = Set.of("SHA1", "SHA2-256", "SHA2-384", "SHA2-512");
    private static final Set<Integer> PHASE1_GROUPS = Set.of(2, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24);
    private static final Set<Integer> PHASE2_GROUPS = Set.of(2, 5, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24);

    private static final int LONGEST_PHASE1 = 28_800;
    private static final int LONGEST_PHASE2 = 3_600;
    private static final int SHORTEST_REKEY_MARGIN = 60;

    private TunnelChecks() {}

    /** @throws AwsException {@code InvalidParameterValue} */
    static void requireValid(VpnTunnelOptionsSpecification given) {
        if (given.tunnelInsideIpv6Cidr() != null) {
            throw CommonErrors.notHere("VPN connections for IPv6");
        }
        String inside = given.tunnelInsideCidr();
        if (inside != null
                && Cidr.parse(inside).filter(VpnConnectionLimits::insideBlock).isEmpty()) {
            throw VpnConnectionErrors.insideCidr(inside);
        }
        if (given.preSharedKey() != null
                && !PRE_SHARED_KEY.matcher(given.preSharedKey()).matches()) {
            throw VpnConnectionErrors.preSharedKey();
        }
        requireTimes(given);
        requireAlgorithms(given);
        requireLogs(given);
    }

    private static void requireTimes(VpnTunnelOptionsSpecification given) {
        range("Phase1LifetimeSeconds", given.phase1LifetimeSeconds(), 900, LONGEST_PHASE1);
        range("Phase2LifetimeSeconds", given.phase2LifetimeSeconds(), 900, LONGEST_PHASE2);
        int phase1 = given.phase1LifetimeSeconds() == null ? LONGEST_PHASE1 : given.phase1LifetimeSeconds();
        int phase2 = given.phase2LifetimeSeconds() == null ? LONGEST_PHASE2 : given.phase2LifetimeSeconds();
        if (given.phase2LifetimeSeconds() != null && phase2 > phase1) {
            throw VpnConnectionErrors.time("Phase2LifetimeSeconds");
        }
        Integer margin = given.rekeyMarginTimeSeconds();
        if (margin != null && (margin < SHORTEST_REKEY_MARGIN || margin > phase2 / 2)) {
            throw VpnConnectionErrors.time("RekeyMarginTimeSeconds");
        }
        range("RekeyFuzzPercentage", given.rekeyFuzzPercentage(), 0, 100);
        range("ReplayWindowSize", given.replayWindowSize(), 64, 2048);
        range("DPDTimeoutSeconds", given.dpdTimeoutSeconds(), 30, Integer.MAX_VALUE);
        one("DPDTimeoutAction", given.dpdTimeoutAction(), Set.of("clear", "none", "restart"));
        one("StartupAction", given.startupAction(), Set.of("add", "start"));
    }

    private static void requireAlgorithms(VpnTunnelOptionsSpecification given) {
        all(
                "Phase1EncryptionAlgorithms",
                given.phase1EncryptionAlgorithms().stream().map(a -> a.value()),
                ENCRYPTION);
        all(
                "Phase2EncryptionAlgorithms",
                given.phase2EncryptionAlgorithms().stream().map(a -> a.value()),
                ENCRYPTION);
        all(
                "Phase1IntegrityAlgorithms",
                given.phase1IntegrityAlgorithms().stream().map(a -> a.value()),
                INTEGRITY);
        all(
                "Phase2IntegrityAlgorithms",
                given.phase2IntegrityAlgorithms().stream().map(a -> a.value()),
                INTEGRITY);
        all("Phase1DHGroupNumbers", given.phase1DHGroupNumbers().stream().map(a -> a.value()), PHASE1_GROUPS);
        all("Phase2DHGroupNumbers", given.phase2DHGroupNumbers().stream().map(a -> a.value()), PHASE2_GROUPS);
        all("IKEVersions", given.ikeVersions().stream().map(a -> a.value()), Set.of("ikev1", "ikev2"));
    }

    private static void requireLogs(VpnTunnelOptionsSpecification given) {
        CloudWatchLogOptionsSpecification logs =
                given.logOptions() == null ? null : given.logOptions().cloudWatchLogOptions();
        if (logs == null) {
            return;
        }
        if (Boolean.TRUE.equals(logs.bgpLogEnabled())) {
            throw CommonErrors.notHere("logs of BGP sessions");
        }
        one("LogOutputFormat", logs.logOutputFormat(), Set.of("json", "text"));
        String group = logs.logGroupArn();
        if (Boolean.TRUE.equals(logs.logEnabled())
                && (group == null || !LOG_GROUP.matcher(group).matches())) {
            throw Ec2Errors.invalidValue("LogGroupArn", group, "Expecting the ARN of a log group.");
        }
    }

    private static void range(String parameter, @Nullable Integer value, int least, int most) {
        if (value != null && (value < least || value > most)) {
            throw Ec2Errors.invalidValue(parameter, value, "Expecting a value from " + least + " to " + most + ".");
        }
    }

    private static void one(String parameter, @Nullable String value, Set<String> known) {
        if (value != null && !known.contains(value)) {
            throw Ec2Errors.invalidValue(parameter, value);
        }
    }

    private static <V> void all(String parameter, Stream<V> given, Set<? extends V> known) {
        Set<V> seen = new HashSet<>();
        given.forEach(value -> {
            if (value == null || !known.contains(value) || !seen.add(value)) {
                throw Ec2Errors.invalidValue(parameter, value);
            }
        });
    }
}

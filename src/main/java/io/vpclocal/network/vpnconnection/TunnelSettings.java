package io.vpclocal.network.vpnconnection;

import io.vpclocal.network.Cidr;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.codec.ModelText;
import software.amazon.awssdk.services.ec2.model.CloudWatchLogOptions;
import software.amazon.awssdk.services.ec2.model.CloudWatchLogOptionsSpecification;
import software.amazon.awssdk.services.ec2.model.ModifyVpnTunnelOptionsSpecification;
import software.amazon.awssdk.services.ec2.model.TunnelOption;
import software.amazon.awssdk.services.ec2.model.VpnTunnelLogOptions;
import software.amazon.awssdk.services.ec2.model.VpnTunnelOptionsSpecification;

/** The options of a tunnel: those that a request has, and their text in the database. AWS shows no defaults. */
final class TunnelSettings {

    private TunnelSettings() {}

    static TunnelOption read(VpnTunnel tunnel) {
        return ModelText.read(AwsService.EC2, TunnelOption.class, tunnel.options());
    }

    static String write(TunnelOption options) {
        return ModelText.write(options);
    }

    /** The options of a request. @throws AwsException {@code InvalidParameterValue} */
    static TunnelOption of(VpnTunnelOptionsSpecification given) {
        return changed(TunnelOption.builder().build(), given);
    }

    /** Both specifications have the same members. */
    static VpnTunnelOptionsSpecification of(ModifyVpnTunnelOptionsSpecification given) {
        return ModelText.read(AwsService.EC2, VpnTunnelOptionsSpecification.class, ModelText.write(given));
    }

    /** Present options with those of a request in their place. @throws AwsException {@code InvalidParameterValue} */
    static TunnelOption changed(TunnelOption present, VpnTunnelOptionsSpecification given) {
        TunnelChecks.requireValid(given);
        return put(present, given);
    }

    /** The options of a request that was not checked, for policies. */
    static TunnelOption unchecked(VpnTunnelOptionsSpecification given) {
        return put(TunnelOption.builder().build(), given);
    }

    private static TunnelOption put(TunnelOption present, VpnTunnelOptionsSpecification given) {
        TunnelOption.Builder options = present.toBuilder();
        addNumbers(options, given);
        addAlgorithms(options, given);
        if (given.tunnelInsideCidr() != null) {
            options.tunnelInsideCidr(
                    Cidr.parse(given.tunnelInsideCidr()).map(Cidr::toString).orElse(given.tunnelInsideCidr()));
        }
        if (given.preSharedKey() != null) {
            options.preSharedKey(given.preSharedKey());
        }
        if (given.startupAction() != null) {
            options.startupAction(given.startupAction());
        }
        if (given.enableTunnelLifecycleControl() != null) {
            options.enableTunnelLifecycleControl(given.enableTunnelLifecycleControl());
        }
        return options.logOptions(logs(present, given)).build();
    }

    private static void addNumbers(TunnelOption.Builder options, VpnTunnelOptionsSpecification given) {
        if (given.phase1LifetimeSeconds() != null) {
            options.phase1LifetimeSeconds(given.phase1LifetimeSeconds());
        }
        if (given.phase2LifetimeSeconds() != null) {
            options.phase2LifetimeSeconds(given.phase2LifetimeSeconds());
        }
        if (given.rekeyMarginTimeSeconds() != null) {
            options.rekeyMarginTimeSeconds(given.rekeyMarginTimeSeconds());
        }
        if (given.rekeyFuzzPercentage() != null) {
            options.rekeyFuzzPercentage(given.rekeyFuzzPercentage());
        }
        if (given.replayWindowSize() != null) {
            options.replayWindowSize(given.replayWindowSize());
        }
        if (given.dpdTimeoutSeconds() != null) {
            options.dpdTimeoutSeconds(given.dpdTimeoutSeconds());
        }
        if (given.dpdTimeoutAction() != null) {
            options.dpdTimeoutAction(given.dpdTimeoutAction());
        }
    }

    private static void addAlgorithms(TunnelOption.Builder options, VpnTunnelOptionsSpecification given) {
        if (!given.phase1EncryptionAlgorithms().isEmpty()) {
            options.phase1EncryptionAlgorithms(TunnelLists.phase1Encryption(given));
        }
        if (!given.phase2EncryptionAlgorithms().isEmpty()) {
            options.phase2EncryptionAlgorithms(TunnelLists.phase2Encryption(given));
        }
        if (!given.phase1IntegrityAlgorithms().isEmpty()) {
            options.phase1IntegrityAlgorithms(TunnelLists.phase1Integrity(given));
        }
        if (!given.phase2IntegrityAlgorithms().isEmpty()) {
            options.phase2IntegrityAlgorithms(TunnelLists.phase2Integrity(given));
        }
        if (!given.phase1DHGroupNumbers().isEmpty()) {
            options.phase1DHGroupNumbers(TunnelLists.phase1Groups(given));
        }
        if (!given.phase2DHGroupNumbers().isEmpty()) {
            options.phase2DHGroupNumbers(TunnelLists.phase2Groups(given));
        }
        if (!given.ikeVersions().isEmpty()) {
            options.ikeVersions(TunnelLists.ikeVersions(given));
        }
    }

    /** AWS shows the log options even if no logs are written. */
    private static VpnTunnelLogOptions logs(TunnelOption present, VpnTunnelOptionsSpecification given) {
        CloudWatchLogOptionsSpecification wanted =
                given.logOptions() == null ? null : given.logOptions().cloudWatchLogOptions();
        if (wanted == null && present.logOptions() != null) {
            return present.logOptions();
        }
        CloudWatchLogOptions.Builder logs = CloudWatchLogOptions.builder().logEnabled(false);
        if (wanted != null && Boolean.TRUE.equals(wanted.logEnabled())) {
            logs.logEnabled(true)
                    .logGroupArn(wanted.logGroupArn())
                    .logOutputFormat(wanted.logOutputFormat() == null ? "json" : wanted.logOutputFormat());
        }
        return VpnTunnelLogOptions.builder().cloudWatchLogOptions(logs.build()).build();
    }
}

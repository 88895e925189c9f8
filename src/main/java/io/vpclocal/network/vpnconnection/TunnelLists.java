package io.vpclocal.network.vpnconnection;

import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.ec2.model.IKEVersionsListValue;
import software.amazon.awssdk.services.ec2.model.Phase1DHGroupNumbersListValue;
import software.amazon.awssdk.services.ec2.model.Phase1EncryptionAlgorithmsListValue;
import software.amazon.awssdk.services.ec2.model.Phase1IntegrityAlgorithmsListValue;
import software.amazon.awssdk.services.ec2.model.Phase2DHGroupNumbersListValue;
import software.amazon.awssdk.services.ec2.model.Phase2EncryptionAlgorithmsListValue;
import software.amazon.awssdk.services.ec2.model.Phase2IntegrityAlgorithmsListValue;
import software.amazon.awssdk.services.ec2.model.VpnTunnelOptionsSpecification;

/** The permitted algorithms of a request, in the classes of an answer. */
final class TunnelLists {

    private TunnelLists() {}

    static List<Phase1EncryptionAlgorithmsListValue> phase1Encryption(VpnTunnelOptionsSpecification given) {
        return map(given.phase1EncryptionAlgorithms(), one -> Phase1EncryptionAlgorithmsListValue.builder()
                .value(one.value())
                .build());
    }

    static List<Phase2EncryptionAlgorithmsListValue> phase2Encryption(VpnTunnelOptionsSpecification given) {
        return map(given.phase2EncryptionAlgorithms(), one -> Phase2EncryptionAlgorithmsListValue.builder()
                .value(one.value())
                .build());
    }

    static List<Phase1IntegrityAlgorithmsListValue> phase1Integrity(VpnTunnelOptionsSpecification given) {
        return map(given.phase1IntegrityAlgorithms(), one -> Phase1IntegrityAlgorithmsListValue.builder()
                .value(one.value())
                .build());
    }

    static List<Phase2IntegrityAlgorithmsListValue> phase2Integrity(VpnTunnelOptionsSpecification given) {
        return map(given.phase2IntegrityAlgorithms(), one -> Phase2IntegrityAlgorithmsListValue.builder()
                .value(one.value())
                .build());
    }

    static List<Phase1DHGroupNumbersListValue> phase1Groups(VpnTunnelOptionsSpecification given) {
        return map(given.phase1DHGroupNumbers(), one -> Phase1DHGroupNumbersListValue.builder()
                .value(one.value())
                .build());
    }

    static List<Phase2DHGroupNumbersListValue> phase2Groups(VpnTunnelOptionsSpecification given) {
        return map(given.phase2DHGroupNumbers(), one -> Phase2DHGroupNumbersListValue.builder()
                .value(one.value())
                .build());
    }

    static List<IKEVersionsListValue> ikeVersions(VpnTunnelOptionsSpecification given) {
        return map(
                given.ikeVersions(),
                one -> IKEVersionsListValue.builder().value(one.value()).build());
    }

    private static <A, B> List<B> map(List<A> values, Function<A, B> to) {
        return values.stream().map(to).toList();
    }
}

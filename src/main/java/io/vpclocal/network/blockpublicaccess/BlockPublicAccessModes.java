package io.vpclocal.network.blockpublicaccess;

import io.vpclocal.network.InternetBlockMode;
import io.vpclocal.network.InternetBlockModes;
import io.vpclocal.protocol.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The mode of each VPC and subnet. An exclusion that allows everything lifts the account's mode; one that allows egress
 * turns bidirectional into ingress-only, so that traffic still needs a NAT gateway or an egress-only internet gateway,
 * and is ignored in the ingress-only mode (Amazon VPC User Guide: VPC BPA, advanced example). Our guess: a subnet's exclusion
 * takes precedence over its VPC's.
 */
@Component
class BlockPublicAccessModes implements InternetBlockModes {

    private final BlockPublicAccessOptions options;
    private final Exclusions exclusions;
    private final BlockPublicAccessLifecycle lifecycle;

    BlockPublicAccessModes(
            BlockPublicAccessOptions options, Exclusions exclusions, BlockPublicAccessLifecycle lifecycle) {
        this.options = options;
        this.exclusions = exclusions;
        this.lifecycle = lifecycle;
    }

    @Override
    public Modes of(Scope scope) {
        Optional<BlockPublicAccessEntity> own = options.find(scope, BlockPublicAccessEntity.idOf(scope));
        List<ExclusionEntity> all = exclusions.findAll(scope);
        Map<String, String> excluded = new HashMap<>();
        for (ExclusionEntity exclusion : all) {
            String mode = lifecycle.effective(exclusion);
            if (mode != null) {
                excluded.put(exclusion.excludedId(), mode);
            }
        }
        boolean lasting = own.filter(o -> !lifecycle.settled(o.changedAt())).isEmpty()
                && all.stream().allMatch(this::settled);
        return new Known(own.map(lifecycle::effective).orElse(InternetBlockMode.OFF), excluded, lasting);
    }

    private boolean settled(ExclusionEntity exclusion) {
        return lifecycle.settled(exclusion.changedAt())
                && (exclusion.deletedAt() == null || lifecycle.settled(exclusion.deletedAt()));
    }

    private record Known(InternetBlockMode account, Map<String, String> excluded, boolean lasting) implements Modes {

        @Override
        public InternetBlockMode vpc(String vpcId) {
            return with(excluded.get(vpcId));
        }

        @Override
        public InternetBlockMode subnet(String subnetId, String vpcId) {
            String own = excluded.get(subnetId);
            return own == null ? vpc(vpcId) : with(own);
        }

        private InternetBlockMode with(@Nullable String exclusion) {
            if (exclusion == null || account == InternetBlockMode.OFF) {
                return account;
            }
            return exclusion.equals(ExclusionEntity.ALLOW_BIDIRECTIONAL)
                    ? InternetBlockMode.OFF
                    : InternetBlockMode.INGRESS;
        }
    }
}

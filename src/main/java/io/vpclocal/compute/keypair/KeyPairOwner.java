package io.vpclocal.compute.keypair;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceOwner;
import io.vpclocal.resource.TagStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Key pairs in policies. Requests name them by id or by name; their ARNs contain the name. */
@Component
class KeyPairOwner extends ResourceOwner<KeyPairEntity> {

    private final KeyPairRepository pairs;

    KeyPairOwner(KeyPairRepository pairs, TagStore tags) {
        super(KeyPairs.KIND, pairs, tags);
        this.pairs = pairs;
    }

    @Override
    protected Map<String, List<String>> conditionKeys(KeyPairEntity pair) {
        return Map.of(
                "ec2:KeyPairName", List.of(pair.name()),
                "ec2:KeyPairType", List.of(pair.keyType()));
    }

    @Override
    public Optional<Attributes> attributes(Scope scope, String idOrName) {
        Optional<Attributes> byId = super.attributes(scope, idOrName);
        return byId.isPresent()
                ? byId
                : pairs.named(scope, idOrName).flatMap(pair -> super.attributes(scope, pair.id()));
    }

    @Override
    public String arn(Scope scope, String idOrName) {
        return super.arn(
                scope, pairs.find(scope, idOrName).map(KeyPairEntity::name).orElse(idOrName));
    }
}

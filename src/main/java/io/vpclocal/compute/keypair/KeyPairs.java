package io.vpclocal.compute.keypair;

import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceKind;
import io.vpclocal.resource.TagStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** The rules of key pairs. */
@Service
public class KeyPairs {

    public static final ResourceKind KIND = new ResourceKind(
            "key-pair", "key", "key pair", "InvalidKeyPair", ResourceKind.NOT_TOLD_APART, ResourceKind.UNNAMED_ID);

    private static final int NAME_LENGTH = 255;

    private final KeyPairRepository pairs;
    private final TagStore tags;
    private final Ids ids;
    private final Clock clock;

    KeyPairs(KeyPairRepository pairs, TagStore tags, Ids ids, Clock clock) {
        this.pairs = pairs;
        this.tags = tags;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws io.vpclocal.protocol.AwsException {@code InvalidKeyPair.NotFound} */
    public void requireNamed(Scope scope, String name) {
        if (pairs.named(scope, name).isEmpty()) {
            throw KeyPairErrors.notFound(name);
        }
    }

    KeyPairEntity create(Scope scope, String name, PublicKeyMaterial key, List<TagSpecification> specifications) {
        requireFree(scope, name);
        KeyPairEntity made = pairs.save(new KeyPairEntity(scope, ids.next(KIND.prefix()), clock.instant(), name, key));
        tags.create(scope, KIND, made.id(), specifications);
        return made;
    }

    void requireFree(Scope scope, String name) {
        if (!name.equals(name.strip())) {
            throw KeyPairErrors.untrimmedName(name);
        }
        boolean ascii = StandardCharsets.US_ASCII.newEncoder().canEncode(name);
        if (name.isEmpty() || name.length() > NAME_LENGTH || !ascii) {
            throw KeyPairErrors.badName(name);
        }
        if (pairs.named(scope, name).isPresent()) {
            throw KeyPairErrors.duplicate();
        }
    }

    /** The ids of named pairs. */
    List<String> idsOf(Scope scope, List<String> names) {
        return names.stream()
                .map(name -> pairs.named(scope, name)
                        .orElseThrow(() -> KeyPairErrors.notFound(name))
                        .id())
                .toList();
    }

    /** Deletes a pair. Deleting a missing pair changes nothing. */
    Optional<KeyPairEntity> delete(Scope scope, @Nullable String name, @Nullable String id) {
        Optional<KeyPairEntity> found =
                id != null ? pairs.find(scope, id) : name == null ? Optional.empty() : pairs.named(scope, name);
        found.ifPresent(pair -> {
            tags.forget(scope, pair.id());
            pairs.delete(pair);
        });
        return found;
    }
}

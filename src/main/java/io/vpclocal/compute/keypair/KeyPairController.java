package io.vpclocal.compute.keypair;

import static io.vpclocal.protocol.Params.isTrue;
import static io.vpclocal.protocol.Params.require;
import static io.vpclocal.resource.WireForms.orAbsent;

import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.protocol.Ids;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.Page;
import io.vpclocal.resource.TagStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.CreateKeyPairRequest;
import software.amazon.awssdk.services.ec2.model.CreateKeyPairResponse;
import software.amazon.awssdk.services.ec2.model.DeleteKeyPairRequest;
import software.amazon.awssdk.services.ec2.model.DeleteKeyPairResponse;
import software.amazon.awssdk.services.ec2.model.DescribeKeyPairsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeKeyPairsResponse;
import software.amazon.awssdk.services.ec2.model.ImportKeyPairRequest;
import software.amazon.awssdk.services.ec2.model.ImportKeyPairResponse;
import software.amazon.awssdk.services.ec2.model.KeyPairInfo;
import software.amazon.awssdk.services.ec2.model.Tag;

@AwsController
class KeyPairController {

    private static final Describe<KeyPairEntity> FILTERS = Describe.<KeyPairEntity>filters()
            .column("key-pair-id", "resourceId", KeyPairEntity::id)
            .column("key-name", "name", KeyPairEntity::name)
            .column("fingerprint", "fingerprint", KeyPairEntity::fingerprint)
            .tags()
            .build();

    private final KeyPairs pairs;
    private final Describer describer;
    private final TagStore tags;
    private final Ids ids;

    KeyPairController(KeyPairs pairs, Describer describer, TagStore tags, Ids ids) {
        this.pairs = pairs;
        this.describer = describer;
        this.tags = tags;
        this.ids = ids;
    }

    @AwsAction(tags = "key-pair", missing = "private keys in PuTTY's format (ppk)")
    CreateKeyPairResponse createKeyPair(CreateKeyPairRequest request, Call call) {
        String name = require(request.keyName(), "KeyName");
        if ("ppk".equals(request.keyFormatAsString())) {
            throw CommonErrors.notHere("private keys in PuTTY's format");
        }
        pairs.requireFree(call.scope(), name);
        NewKey key = NewKey.ED25519.equals(request.keyTypeAsString()) ? NewKey.ed25519(name, ids) : NewKey.rsa();
        KeyPairEntity made = pairs.create(call.scope(), name, key.publicKey(), request.tagSpecifications());
        return CreateKeyPairResponse.builder()
                .keyPairId(made.id())
                .keyName(name)
                .keyFingerprint(made.fingerprint())
                .keyMaterial(key.privateKey())
                .tags(orAbsent(tags.of(call.scope(), made.id())))
                .build();
    }

    @AwsAction(tags = "key-pair")
    ImportKeyPairResponse importKeyPair(ImportKeyPairRequest request, Call call) {
        String name = require(request.keyName(), "KeyName");
        PublicKeyMaterial key = OpenSshKeys.read(
                require(request.publicKeyMaterial(), "PublicKeyMaterial").asByteArray());
        KeyPairEntity made = pairs.create(call.scope(), name, key, request.tagSpecifications());
        return ImportKeyPairResponse.builder()
                .keyPairId(made.id())
                .keyName(name)
                .keyFingerprint(made.fingerprint())
                .tags(orAbsent(tags.of(call.scope(), made.id())))
                .build();
    }

    @AwsAction
    DescribeKeyPairsResponse describeKeyPairs(DescribeKeyPairsRequest request, Call call) {
        List<String> wanted = new ArrayList<>(request.keyPairIds());
        wanted.addAll(pairs.idsOf(call.scope(), request.keyNames()));
        Page<KeyPairEntity> page = describer.page(
                FILTERS, KeyPairEntity.class, KeyPairs.KIND, call.scope(), wanted, request.filters(), null, null);
        boolean withKey = isTrue(request.includePublicKey());
        return DescribeKeyPairsResponse.builder()
                .keyPairs(page.map((pair, its) -> toWire(pair, its, withKey), KeyPairEntity::id))
                .build();
    }

    @AwsAction
    DeleteKeyPairResponse deleteKeyPair(DeleteKeyPairRequest request, Call call) {
        if (request.keyName() == null && request.keyPairId() == null) {
            throw KeyPairErrors.unnamed();
        }
        Optional<KeyPairEntity> gone = pairs.delete(call.scope(), request.keyName(), request.keyPairId());
        return DeleteKeyPairResponse.builder()
                .returnValue(true)
                .keyPairId(gone.map(KeyPairEntity::id).orElse(null))
                .build();
    }

    private static KeyPairInfo toWire(KeyPairEntity pair, List<Tag> its, boolean withKey) {
        return KeyPairInfo.builder()
                .keyPairId(pair.id())
                .keyName(pair.name())
                .keyType(pair.keyType())
                .keyFingerprint(pair.fingerprint())
                .publicKey(withKey ? pair.publicKey() : null)
                .createTime(pair.createdAt())
                .tags(its)
                .build();
    }
}

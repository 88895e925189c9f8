package io.vpclocal.compute.image;

import io.vpclocal.protocol.ResourceAttributes;
import io.vpclocal.protocol.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Images in policies. Their ARNs have no account. */
@Component
class ImageAttributes implements ResourceAttributes {

    private final Images images;

    ImageAttributes(Images images) {
        this.images = images;
    }

    @Override
    public String resourceType() {
        return "image";
    }

    @Override
    public String arn(Scope scope, String id) {
        return "arn:" + scope.partition() + ":ec2:" + scope.region() + "::image/" + id;
    }

    @Override
    public Optional<Attributes> attributes(Scope scope, String id) {
        return images.find(scope, id)
                .map(image -> new Attributes(
                        Map.of(
                                "ec2:ImageType", List.of("machine"),
                                "ec2:Owner", owner(image),
                                "ec2:Public", List.of("true"),
                                "ec2:RootDeviceType", List.of(ImageWire.EBS)),
                        Map.of()));
    }

    /** The alias if there is one (Service Authorization Reference: {@code amazon}, {@code aws-marketplace} or an account). */
    private static List<String> owner(Image image) {
        return List.of(image.ownerAlias() == null ? image.ownerId() : image.ownerAlias());
    }
}

package io.vpclocal.compute.image;

import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.MaxResults;
import io.vpclocal.resource.Page;
import io.vpclocal.resource.ResourceKind;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.DescribeImagesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeImagesResponse;

@AwsController
class ImageController {

    private static final ResourceKind KIND = new ResourceKind("image", "ami", "image id", "InvalidAMIID");

    private static final Describe<Image> FILTERS = Describe.<Image>filters()
            .filter("architecture", Image::architecture)
            .filter("block-device-mapping.delete-on-termination", image -> true)
            .filter("block-device-mapping.device-name", Image::rootDevice)
            .filter("block-device-mapping.snapshot-id", Image::snapshotId)
            .filter("block-device-mapping.volume-size", Image::rootGib)
            .filter("block-device-mapping.volume-type", Image::rootType)
            .filter("block-device-mapping.encrypted", image -> false)
            .filter("creation-date", image -> ImageWire.date(image.createdAt()))
            .filter("description", Image::description)
            .filter("ena-support", image -> true)
            .filter("free-tier-eligible", image -> null)
            .filter("hypervisor", image -> ImageWire.HYPERVISOR)
            .filter("image-allowed", image -> true)
            .filter("image-id", Image::id)
            .filter("image-type", image -> "machine")
            .filter("is-public", image -> true)
            .filter("kernel-id", image -> null)
            .filter("manifest-location", ImageWire::location)
            .filter("name", Image::name)
            .filter("owner-alias", Image::ownerAlias)
            .filter("owner-id", Image::ownerId)
            .filter("platform", image -> image.windows() ? ImageWire.WINDOWS : null)
            .filter("product-code", image -> null)
            .filter("product-code.type", image -> null)
            .filter("ramdisk-id", image -> null)
            .filter("root-device-name", Image::rootDevice)
            .filter("root-device-type", image -> ImageWire.EBS)
            .filter("source-image-id", image -> null)
            .filter("source-image-region", image -> null)
            .filter("source-instance-id", image -> null)
            .filter("state", image -> "available")
            .filter("state-reason-code", image -> null)
            .filter("state-reason-message", image -> null)
            .filter("sriov-net-support", image -> "simple")
            .filter("virtualization-type", image -> ImageWire.HVM)
            .tags()
            .maxResults(MaxResults.classic(1, 1000))
            .build();

    private final Images images;
    private final Describer describer;

    ImageController(Images images, Describer describer) {
        this.images = images;
        this.describer = describer;
    }

    @AwsAction(
            missing = "images other than those of a catalogue of AWS and well-known vendors, whose versions are fixed")
    DescribeImagesResponse describeImages(DescribeImagesRequest request, Call call) {
        List<Image> wanted = wanted(call.scope(), request.imageIds()).stream()
                .filter(image -> owned(call.scope(), image, request.owners()))
                .filter(image -> executable(request.executableUsers()))
                .toList();
        Page<Image> page = describer.page(
                FILTERS,
                wanted,
                Image::id,
                "DescribeImages" + request.imageIds() + request.owners(),
                call.scope(),
                request.filters(),
                request.maxResults(),
                request.nextToken());
        return DescribeImagesResponse.builder()
                .images(page.map(ImageWire::toWire))
                .nextToken(page.nextToken())
                .build();
    }

    private List<Image> wanted(Scope scope, List<String> ids) {
        ids.stream().filter(id -> !KIND.wellFormed(id)).findFirst().ifPresent(id -> {
            throw ImageErrors.malformed(id);
        });
        List<String> missing =
                ids.stream().filter(id -> images.find(scope, id).isEmpty()).toList();
        if (!missing.isEmpty()) {
            throw ImageErrors.notFound(missing);
        }
        return ids.isEmpty()
                ? images.all(scope)
                : images.all(scope).stream()
                        .filter(image -> ids.contains(image.id()))
                        .toList();
    }

    /** Every image is public, so a list of accounts with permission to use it finds none but {@code all}. */
    private static boolean executable(List<String> users) {
        return users.isEmpty() || users.contains("all");
    }

    private static boolean owned(Scope scope, Image image, List<String> owners) {
        return owners.isEmpty()
                || owners.contains(image.ownerId())
                || image.ownerAlias() != null && owners.contains(image.ownerAlias())
                || owners.contains("self") && image.ownerId().equals(scope.account());
    }
}

package io.vpclocal.inventory;

import io.vpclocal.inventory.EmptyListTable.Row;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.protocol.codec.Models;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.MaxResults;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** One action that lists nothing. */
final class EmptyList {

    /** The parameters with a page token and a page size, which services name differently. */
    private static final List<String> TOKENS = List.of("NextToken", "nextToken", "Marker");

    private static final List<String> SIZES = List.of("MaxResults", "maxResults", "limit", "MaxItems", "PageSize");

    private static final List<String> FILTERS = List.of("Filters", "Filter");

    private final AwsService service;
    private final Row row;
    private final Class<? extends SdkPojo> response;
    private final Supplier<Describer> describer;
    private final Describe<Object> describe;

    EmptyList(AwsService service, Row row, Class<? extends SdkPojo> response, Supplier<Describer> describer) {
        this.service = service;
        this.row = row;
        this.response = response;
        this.describer = describer;
        Integer least = row.least();
        Integer most = row.most();
        Describe.Builder<Object> builder = Describe.filters().anyFilter();
        this.describe = least == null || most == null
                ? builder.build()
                : builder.maxResults(MaxResults.classic(least, most)).build();
    }

    /** @throws AwsException if a parameter is invalid or names a resource */
    SdkPojo answer(SdkPojo request, Call call) {
        Integer size = value(request, SIZES) instanceof Integer number ? number : null;
        String token = value(request, TOKENS) instanceof String text ? text : null;
        if (size == null && row.sizeRequired()) {
            throw CommonErrors.missingParameter(service, "maxResults");
        }
        if (service == AwsService.EC2) {
            describer
                    .get()
                    .page(
                            describe,
                            List.of(),
                            String::valueOf,
                            row.action(),
                            call.scope(),
                            filters(request),
                            size,
                            token);
        } else {
            checkPage(size, token);
        }
        row.ids().forEach(named -> named.refuse(texts(value(request, List.of(named.member())))));
        return empty();
    }

    /** The page parameters of the other services (texts: our guess). */
    private void checkPage(@Nullable Integer size, @Nullable String token) {
        Integer least = row.least();
        Integer most = row.most();
        if (size != null && least != null && size < least) {
            throw CommonErrors.constraint(
                    service, sizeName(), size, "Member must have value greater than or equal to " + least);
        }
        if (size != null && most != null && size > most) {
            throw CommonErrors.constraint(
                    service, sizeName(), size, "Member must have value less than or equal to " + most);
        }
        if (token != null) {
            throw switch (service.protocol()) {
                case JSON -> new AwsException("InvalidParameterException", "The specified nextToken is invalid.");
                case QUERY, EC2_QUERY -> new AwsException("ValidationError", "Invalid Marker.");
            };
        }
    }

    private String sizeName() {
        return switch (service) {
            case IAM -> "maxItems";
            case ELB -> "pageSize";
            default -> "maxResults";
        };
    }

    /** The response with empty lists. Lists in pages say that there is no further page. */
    private SdkPojo empty() {
        SdkPojo builder = Models.newBuilder(response);
        for (SdkField<?> field : builder.sdkFields()) {
            if (field.memberName().equals("IsTruncated")) {
                field.set(builder, false);
            }
        }
        return (SdkPojo) ((SdkBuilder<?, ?>) builder).build();
    }

    @SuppressWarnings("unchecked") // the model's type of every member of that name
    private static List<Filter> filters(SdkPojo request) {
        return value(request, FILTERS) instanceof List<?> filters
                        && filters.stream().allMatch(Filter.class::isInstance)
                ? (List<Filter>) filters
                : List.of();
    }

    private static List<String> texts(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : value == null ? List.of() : List.of(String.valueOf(value));
    }

    private static @Nullable Object value(SdkPojo request, List<String> members) {
        for (SdkField<?> field : request.sdkFields()) {
            if (members.contains(field.memberName())) {
                return field.getValueOrDefault(request);
            }
        }
        return null;
    }
}

package io.vpclocal.protocol.constraint;

import io.vpclocal.protocol.ActionDefinition;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.RequestCheck;
import io.vpclocal.protocol.constraint.ModelShapes.Action;
import io.vpclocal.protocol.constraint.ModelShapes.Shape;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import software.amazon.awssdk.core.SdkPojo;

/** Rejects requests that break constraints of their service's model, and reports all of them in one error. */
@Component
class ModelCheck implements RequestCheck {

    private final Map<AwsService, SingletonSupplier<ModelShapes>> models = Map.of(
            AwsService.LOGS, SingletonSupplier.of(() -> ModelShapes.read(AwsService.LOGS)),
            AwsService.IAM, SingletonSupplier.of(() -> ModelShapes.read(AwsService.IAM)),
            AwsService.STS, SingletonSupplier.of(() -> ModelShapes.read(AwsService.STS)));

    @Override
    public void check(ActionDefinition definition, SdkPojo request) {
        SingletonSupplier<ModelShapes> supplier = models.get(definition.service());
        if (supplier == null) {
            return;
        }
        ModelShapes model = supplier.obtain();
        Action action = model.actions().get(definition.name());
        Shape input = action == null ? null : model.shape(action.input());
        if (action == null || input == null) {
            // A list that is always empty, or an action without parameters.
            return;
        }
        Violations violations = new Violations(model, ConstraintStyle.of(definition.service()));
        violations.structure(request, input, "");
        if (!violations.none()) {
            throw new AwsException(action.error(), violations.message());
        }
    }
}

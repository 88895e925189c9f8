/**
 * Lists of resources that the emulator does not have: actions that check their parameters and answer an empty list. Tools
 * such as Terraform modules and inventory scripts read such lists and go on.
 */
@ApplicationModule(allowedDependencies = {"protocol", "protocol :: codec", "protocol :: key", "resource"})
@NullMarked
package io.vpclocal.inventory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

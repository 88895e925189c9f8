@NullMarked
package io.vpclocal.control.init;

import org.jspecify.annotations.NullMarked;

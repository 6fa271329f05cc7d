/**
 * The one checker of wanted models: what the schema says, in words; names that older templates and the service's API use;
 * and what the type itself knows. Handlers and the validating command tell the same problems, because both get them here.
 */
package com.paloaltonetworks.cloudngfw.core.check;

/* npm run build:tests: the tests that run inside VS Code, for the launch configuration that debugs them. */
import { buildVscodeTests } from './host/buildTests';

void buildVscodeTests();

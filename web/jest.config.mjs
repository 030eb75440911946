import preset from '../libs/ui/jest.preset.mjs';

export default { ...preset, displayName: 'web' };
